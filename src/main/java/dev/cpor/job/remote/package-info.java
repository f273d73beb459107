/** Has a night's claims evaluated by workers on other machines; what they take and never end is taken over. */
@NullMarked
package dev.cpor.job.remote;

import org.jspecify.annotations.NullMarked;
