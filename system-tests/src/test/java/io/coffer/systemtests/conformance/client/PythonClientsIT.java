package io.coffer.systemtests.conformance.client;

import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.api.Noise;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.stack.RunningStack;
import io.coffer.systemtests.stack.WholeStack;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Public Python clients as their registry has them; what they check stands in their scripts. */
@ExtendWith(WholeStack.class)
class PythonClientsIT {

  private static PythonEnvironment environment;

  @BeforeAll
  static void install() throws IOException {
    environment = PythonEnvironment.ready();
  }

  @Test
  void theVendorsSdkWorksByKey(RunningStack stack) throws IOException {
    environment.run("test_vendor_*.py", world(stack)).ok();
  }

  @Test
  void clientsOfOpenstacksdkWorkByPasswordAndByToken(RunningStack stack) throws IOException {
    environment.run("test_openstack_sdk.py", world(stack)).ok();
  }

  private static Map<String, String> world(RunningStack stack) throws IOException {
    Noise noise = new Noise();
    LocalServer server =
        LocalServer.create(
            stack,
            Project.of(stack, "region-1"),
            "python",
            List.of(noise.bytes(1 << 20), noise.bytes(100_000)));
    return Map.of(
        "COFFER_CREDENTIALS",
        stack.home().resolve("credentials.json").toString(),
        "COFFER_SERVER",
        server.id(),
        "NO_PROXY",
        "127.0.0.1");
  }
}
