package dev.cpor.report;

/** Tells nothing. */
enum NoProgress implements Progress {
    INSTANCE;

    @Override
    public void start(String stage) {}

    @Override
    public void start(String stage, long total) {}

    @Override
    public void advance(long items) {}

    @Override
    public void note(String text) {}

    @Override
    public void end() {}
}
