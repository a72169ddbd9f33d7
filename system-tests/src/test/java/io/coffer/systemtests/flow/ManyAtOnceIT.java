package io.coffer.systemtests.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Reply;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.stack.RunningStack;
import io.coffer.systemtests.stack.WholeStack;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WholeStack.class)
class ManyAtOnceIT {

  private RunningStack stack;
  private Project project;

  @BeforeEach
  void sign(RunningStack stack) {
    this.stack = stack;
    project = Project.of(stack, "region-2");
  }

  @Test
  void makesEveryOneOf200VaultsAskedForAtOnce() {
    List<String> names = IntStream.range(0, 200).mapToObj(i -> "at once " + i).toList();
    List<Reply> replies =
        project.postTogether(
            Collections.nCopies(names.size(), "/vaults"),
            names.stream().map(name -> Vaults.request(name)).toList());

    List<String> ids =
        replies.stream().map(reply -> reply.expect(200).at("/vault/id").asText()).toList();
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(project.get("/vaults").expect(200).path("vaults").findValuesAsText("id"))
        .containsAll(ids);
  }

  @Test
  void letsOneOf50VaultsHaveAServerThatAllWantAtOnce() throws Exception {
    LocalServer server = LocalServer.create(stack, project, "wanted", List.of(new byte[1000]));
    Vaults vaults = new Vaults(project);
    List<String> ids = IntStream.range(0, 50).mapToObj(i -> vaults.create("rival " + i)).toList();

    List<Reply> replies =
        project.postTogether(
            ids.stream().map(id -> "/vaults/" + id + "/addresources").toList(),
            Collections.nCopies(ids.size(), Vaults.association(server.id())));

    Map<String, Long> answers =
        replies.stream()
            .collect(
                Collectors.groupingBy(
                    reply -> reply.status() + " " + reply.errorCode(), Collectors.counting()));
    assertThat(answers).isEqualTo(Map.of("200 ", 1L, "400 BackupService.6103", 49L));
  }
}
