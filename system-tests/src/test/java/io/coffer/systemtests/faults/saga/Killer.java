package io.coffer.systemtests.faults.saga;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.Location;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.StringReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.EventRequest;
import io.coffer.systemtests.stack.RunningStack;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.awaitility.Awaitility;

/**
 * Holds a service at one cell by a breakpoint, kills it there and starts it again, so that nothing
 * of the unit happens that would not have happened if the machine had lost power.
 */
final class Killer implements AutoCloseable {

  private static final String MILESTONES = "io.coffer.messaging.milestone.Milestones";

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final RunningStack stack;
  private final Cell cell;
  private final VirtualMachine machine;
  private final CompletableFuture<Boolean> done = new CompletableFuture<>();
  private int units;

  private Killer(RunningStack stack, Cell cell, VirtualMachine machine) {
    this.stack = stack;
    this.cell = cell;
    this.machine = machine;
  }

  /** Lies in wait from now on, in a service that was started to be debugged. */
  static Killer at(RunningStack stack, Cell cell) throws Exception {
    Killer killer = new Killer(stack, cell, attached(stack, cell.process()));
    Location reached =
        killer.machine.classesByName(MILESTONES).get(0).methodsByName("reached").get(0).location();
    BreakpointRequest request =
        killer.machine.eventRequestManager().createBreakpointRequest(reached);
    request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
    request.enable();
    Thread thread = new Thread(killer::watch, "killer");
    thread.setDaemon(true);
    thread.start();
    return killer;
  }

  /** Whether it killed; the service is back then. It lies in wait no longer. */
  boolean killed() throws InterruptedException {
    close();
    try {
      return done.get();
    } catch (ExecutionException e) {
      throw new AssertionError(cell + " was not struck well", e.getCause());
    }
  }

  @Override
  public void close() {
    try {
      machine.dispose();
    } catch (VMDisconnectedException gone) {
      // which is as good
    }
  }

  private void watch() {
    try {
      while (!done.isDone()) {
        EventSet events = machine.eventQueue().remove();
        for (Event event : events) {
          if (event instanceof BreakpointEvent breakpoint && isHere(breakpoint)) {
            stack.kill(cell.process());
            stack.upToDebug(cell.process());
            done.complete(true);
          }
        }
        if (!done.isDone()) {
          events.resume();
        }
      }
    } catch (VMDisconnectedException | InterruptedException e) {
      done.complete(false);
    } catch (IncompatibleThreadStateException | RuntimeException | AssertionError e) {
      done.completeExceptionally(e);
    }
  }

  private boolean isHere(BreakpointEvent event) throws IncompatibleThreadStateException {
    ObjectReference milestone =
        (ObjectReference) event.thread().frame(0).getArgumentValues().get(0);
    String name =
        ((StringReference) milestone.getValue(milestone.referenceType().fieldByName("name")))
            .value();
    if (cell.where() == Cell.Where.SENT) {
      units += name.equals("COMMITTED") ? 1 : 0;
      return name.equals("SENT") && units >= cell.unit();
    }
    return name.equals(cell.where().name()) && ++units == cell.unit();
  }

  /** The door is open again a moment after the last debugger has left. */
  private static VirtualMachine attached(RunningStack stack, String process) {
    return Awaitility.await()
        .atMost(LIMIT)
        .ignoreExceptions()
        .until(() -> attached(stack.debugPort(process)), machine -> true);
  }

  private static VirtualMachine attached(int port)
      throws IOException, IllegalConnectorArgumentsException {
    AttachingConnector connector =
        Bootstrap.virtualMachineManager().attachingConnectors().stream()
            .filter(one -> one.name().equals("com.sun.jdi.SocketAttach"))
            .findFirst()
            .orElseThrow();
    Map<String, Connector.Argument> arguments = connector.defaultArguments();
    arguments.get("hostname").setValue("127.0.0.1");
    arguments.get("port").setValue(Integer.toString(port));
    return connector.attach(arguments);
  }
}
