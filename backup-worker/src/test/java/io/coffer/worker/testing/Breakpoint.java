package io.coffer.worker.testing;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector.Argument;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import io.coffer.local.Ports;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A place in the code at which a worker falls asleep, all its threads at once, until it is woken:
 * what a signal does at some instant, done at a chosen one.
 */
public final class Breakpoint implements AutoCloseable {

  private final VirtualMachine machine;
  private final String method;
  private final CompletableFuture<Void> reached = new CompletableFuture<>();

  private Breakpoint(VirtualMachine machine, String method) {
    this.machine = machine;
    this.method = method;
  }

  /** A door for {@link #set}: a port, and what a worker has to be given to open it. */
  public record Door(int port) {

    public static Door free() {
      return new Door(Ports.free(1).get(0));
    }

    public String[] environment() {
      return new String[] {
        "JAVA_TOOL_OPTIONS",
        "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:" + port
      };
    }
  }

  /** Sets one at the beginning of a method, whether or not its class is loaded by now. */
  public static Breakpoint set(Door door, String className, String method) throws Exception {
    AttachingConnector connector =
        Bootstrap.virtualMachineManager().attachingConnectors().stream()
            .filter(each -> each.name().equals("com.sun.jdi.SocketAttach"))
            .findFirst()
            .orElseThrow();
    Map<String, Argument> arguments = connector.defaultArguments();
    arguments.get("hostname").setValue("127.0.0.1");
    arguments.get("port").setValue(Integer.toString(door.port()));
    Breakpoint breakpoint = new Breakpoint(connector.attach(arguments), method);
    ClassPrepareRequest loaded =
        breakpoint.machine.eventRequestManager().createClassPrepareRequest();
    loaded.addClassFilter(className);
    loaded.setSuspendPolicy(EventRequest.SUSPEND_ALL);
    loaded.enable();
    List<ReferenceType> found = breakpoint.machine.classesByName(className);
    found.forEach(breakpoint::request);
    Thread events = new Thread(breakpoint::listen, "breakpoint");
    events.setDaemon(true);
    events.start();
    return breakpoint;
  }

  /** Waits until the worker came there and sleeps. */
  public void await() throws Exception {
    reached.get(60, TimeUnit.SECONDS);
  }

  /** Wakes it. */
  @Override
  public void close() {
    try {
      machine.dispose();
    } catch (VMDisconnectedException e) {
      return; // it is dead
    }
  }

  private void request(ReferenceType type) {
    EventRequest request =
        machine
            .eventRequestManager()
            .createBreakpointRequest(type.methodsByName(method).get(0).location());
    request.setSuspendPolicy(EventRequest.SUSPEND_ALL);
    request.enable();
  }

  private void listen() {
    try {
      while (true) {
        EventSet set = machine.eventQueue().remove();
        for (Event event : set) {
          if (event instanceof ClassPrepareEvent prepared) {
            request(prepared.referenceType());
          } else if (event instanceof BreakpointEvent) {
            reached.complete(null);
          }
        }
        if (!reached.isDone()) {
          set.resume();
        }
      }
    } catch (InterruptedException | VMDisconnectedException e) {
      reached.completeExceptionally(e);
    }
  }
}
