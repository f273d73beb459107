/** Reads calendar.yaml and asks Jollyday which days are holidays. */
@NullMarked
package dev.cpor.calendar;

import org.jspecify.annotations.NullMarked;
