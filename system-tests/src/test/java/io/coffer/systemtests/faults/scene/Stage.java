package io.coffer.systemtests.faults.scene;

import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.api.Noise;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.faults.client.JournalingClient;
import io.coffer.systemtests.stack.RunningStack;
import java.io.IOException;
import java.util.List;
import java.util.Random;

/**
 * What a scene plays with.
 *
 * @param name of everything it makes; no other scene has it
 */
public record Stage(
    RunningStack stack, Project project, JournalingClient client, Random random, String name) {

  /** How much a slow worker reads in a second or two. */
  private static final int LEAST_BYTES = 6 << 20;

  /** Calls that no fault may hit. */
  Vaults vaults() {
    return new Vaults(project);
  }

  Noise noise() {
    return new Noise(random);
  }

  /** A server with one disk of 6 to 12 MiB that does not compress. */
  LocalServer server() throws IOException {
    byte[] content = noise().bytes(LEAST_BYTES + random.nextInt(LEAST_BYTES));
    return LocalServer.create(stack, project, name, List.of(content));
  }
}
