package dev.cpor.faults;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.connect.LaunchingConnector;
import com.sun.jdi.connect.VMStartException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A program that stands still before each call with which it asks the system something about files: what lies there then is
 * what would lie there if it were killed at that moment.
 */
final class Standstill {
    /** The JDK's classes with those calls; the name of the second has got another beginning in newer JDKs. */
    private static final List<String> CALLS = List.of("sun.nio.fs.UnixNativeDispatcher", "*FileDispatcherImpl");

    private Standstill() {}

    /**
     * Runs a program to its end.
     *
     * @param words the class with its arguments, none of which has blanks
     * @param atEach gets the name of each call before it is made
     */
    static void atEachCall(String words, Consumer<String> atEach) {
        VirtualMachine machine = launch(words);
        try {
            for (String name : CALLS) {
                ClassPrepareRequest request = machine.eventRequestManager().createClassPrepareRequest();
                request.addClassFilter(name);
                request.enable();
                String end = name.replace("*", "");
                machine.allClasses().stream()
                        .filter(type -> type.name().endsWith(end))
                        .forEach(Standstill::stopIn);
            }
            // The program's own output is nothing that anybody waits for; unread, it would stop the program.
            machine.process().getInputStream().close();
            boolean runs = true;
            while (runs) {
                EventSet events = machine.eventQueue().remove();
                for (Event event : events) {
                    if (event instanceof ClassPrepareEvent prepared) {
                        stopIn(prepared.referenceType());
                    } else if (event instanceof BreakpointEvent call) {
                        atEach.accept(call.location().method().name());
                    }
                    runs &= !(event instanceof VMDisconnectEvent);
                }
                events.resume();
            }
        } catch (VMDisconnectedException e) {
            throw new IllegalStateException("The program ended before it was let go.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            machine.process().destroyForcibly().onExit().join();
        }
    }

    private static void stopIn(ReferenceType type) {
        type.methods().stream()
                .filter(method -> !method.isNative() && !method.isAbstract())
                .forEach(method -> {
                    BreakpointRequest request =
                            type.virtualMachine().eventRequestManager().createBreakpointRequest(method.location());
                    request.setSuspendPolicy(EventRequest.SUSPEND_ALL);
                    request.enable();
                });
    }

    private static void set(Map<String, Connector.Argument> arguments, String name, String value) {
        Objects.requireNonNull(arguments.get(name)).setValue(value);
    }

    private static VirtualMachine launch(String words) {
        LaunchingConnector connector = Bootstrap.virtualMachineManager().defaultConnector();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        set(arguments, "options", "-XX:+UseSerialGC -cp \"" + System.getProperty("java.class.path") + "\"");
        set(arguments, "main", words);
        try {
            return connector.launch(arguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalConnectorArgumentsException | VMStartException e) {
            throw new IllegalStateException(e);
        }
    }
}
