package dev.cpor.job;

import java.util.concurrent.ThreadFactory;

/**
 * Makes threads that keep no process alive.
 *
 * @param name how each of them is called
 */
public record DaemonThreads(String name) implements ThreadFactory {
    @Override
    public Thread newThread(Runnable run) {
        Thread thread = new Thread(run, name);
        thread.setDaemon(true);
        return thread;
    }
}
