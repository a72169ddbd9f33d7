package io.coffer.systemtests.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.stack.RunningStack;
import io.coffer.systemtests.stack.WholeStack;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lists that are longer than the memory of those who read and relay them. */
@ExtendWith(WholeStack.class)
class LongListsIT {

  private static final int ROWS = Integer.getInteger("coffer.lists.rows", 120);
  private static final int RESOURCES = 256;
  private static final int VOLUMES = 60;
  private static final int CLIENTS = 4;

  @Test
  void comeWholeToSeveralClientsAtOnce(RunningStack stack) throws Exception {
    Project project = Project.of(stack, "region-2");
    Vaults vaults = new Vaults(project);
    LocalServer server = LocalServer.create(stack, project, "listed", List.of(new byte[1_000]));
    String vault = vaults.create("listed", server.id());
    vaults.backedUp(vault);
    List<Long> pids = pids(stack);
    try (ManyRows rows = ManyRows.of(stack, vault)) {
      rows.vaults(ROWS, RESOURCES);
      rows.backups(ROWS, VOLUMES);
      for (String name : List.of("vaults", "backups")) {
        List<CompletableFuture<byte[]>> lists = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
          lists.add(CompletableFuture.supplyAsync(() -> project.bytes("/" + name)));
        }
        byte[] parts = parts(project, name);
        for (CompletableFuture<byte[]> list : lists) {
          assertThat(Arrays.equals(elements(name, list.join()), parts)).as(name).isTrue();
        }
      }
    }
    assertThat(pids(stack)).isEqualTo(pids);
    assertThat(stack.isAlive("api-gateway") && stack.isAlive("vault-service")).isTrue();
    for (String service : List.of("api-gateway", "vault-service")) {
      assertThat(stack.log(service)).doesNotContain("OutOfMemoryError");
    }
  }

  private static byte[] parts(Project project, String name) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] part;
    int offset = 0;
    do {
      part = elements(name, project.bytes("/" + name + "?limit=20&offset=" + offset));
      if (all.size() > 0 && part.length > 0) {
        all.write(',');
      }
      all.writeBytes(part);
      offset += 20;
    } while (part.length > 0);
    assertThat(offset).isGreaterThan(ROWS);
    return all.toByteArray();
  }

  /** What is between the brackets of the list. */
  private static byte[] elements(String name, byte[] answer) {
    String begin = new String(answer, 0, Math.min(answer.length, 100), UTF_8);
    int from = begin.indexOf("\"" + name + "\":[") + name.length() + 4;
    int to = answer.length - 1;
    while (answer[to] != ']') {
      to--;
    }
    return Arrays.copyOfRange(answer, from, to);
  }

  private static List<Long> pids(RunningStack stack) {
    return List.of(stack.pid("api-gateway"), stack.pid("vault-service"));
  }
}
