package dev.cpor.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.OptionalInt;

/** The port on which the server of a folder listens, as written down in the folder. */
final class ServerPort {
    private final DataFolder folder;

    ServerPort(DataFolder folder) {
        this.folder = folder;
    }

    /** {@return the port of the server that runs or starts; none when it has been stopped or is to stop} */
    OptionalInt recorded() throws IOException {
        if (!Files.exists(folder.port())) {
            return OptionalInt.empty();
        }
        String text = Files.readString(folder.port()).strip();
        return text.matches("[0-9]{1,5}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    /**
     * Chooses a port and writes it down: the wanted one when nobody has it, so that clients of a server that crashed find the
     * new one where the old one was.
     */
    int choose(OptionalInt wanted) throws IOException {
        int number = wanted.isPresent() && isFree(wanted.getAsInt()) ? wanted.getAsInt() : anyFree();
        Durable.write(folder, folder.port(), number + "\n");
        return number;
    }

    void forget() throws IOException {
        Files.deleteIfExists(folder.port());
    }

    private static int anyFree() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(ServerAddress.HOST))) {
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(ServerAddress.HOST, port), 1);
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
