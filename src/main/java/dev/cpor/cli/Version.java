package dev.cpor.cli;

import picocli.CommandLine.IVersionProvider;

/** The version as the jar names it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"cpor " + (version == null ? "(not packaged)" : version)};
    }
}
