/** What a job is asked with: its folders, the nights that are due, and who answers for it. */
@NullMarked
package dev.cpor.job.request;

import org.jspecify.annotations.NullMarked;
