/** Shows what the program leaves behind when it is killed, frozen, hindered or given what is wrong. */
@NullMarked
package dev.cpor.faults;

import org.jspecify.annotations.NullMarked;
