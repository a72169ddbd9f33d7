package io.coffer.systemtests.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.conformance.document.Answer;
import io.coffer.systemtests.conformance.document.ApiDocument;
import io.coffer.systemtests.stack.RunningStack;
import io.coffer.systemtests.stack.WholeStack;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the fuzz test once found. */
@ExtendWith(WholeStack.class)
class FindingsIT {

  private RunningStack stack;
  private Project project;
  private RawHttp http;
  private String token;

  @BeforeEach
  void connect(RunningStack stack) throws Exception {
    this.stack = stack;
    project = Project.of(stack, "region-2");
    http = new RawHttp(stack.port("api-gateway"));
    token = Login.token(http, stack.credentials(), project.id());
  }

  @Test
  void answersABrokenQueryInTheDocumentedShape() throws Exception {
    for (String query : List.of("?limit=%zz", "?name=%", "?name=%ff%fe", "?name=%1")) {
      RawRequest request = get("ListVault", "/vaults" + query);
      Answer answer = http.send(request);
      assertThat(answer.status()).as(query).isEqualTo(400);
      assertThat(verdict().on(request, answer)).as(query).isEmpty();
    }
  }

  @Test
  void answersClientsThatOfferHttp2() throws Exception {
    HttpResponse<String> answer =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_2)
            .build()
            .send(
                HttpRequest.newBuilder(
                        URI.create(
                            stack.credentials().path("endpoint").asText() + "/v3/auth/tokens"))
                    .POST(BodyPublishers.ofString("{}"))
                    .build(),
                BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("auth is mandatory");
  }

  @Test
  void asksOwnersLongQuestions() {
    String ids = String.join("&", java.util.Collections.nCopies(8, "id=" + "a".repeat(250)));
    String resources = "resource_ids=" + "b".repeat(8_000);
    for (String query : List.of(ids, resources, "name=" + "%C3%A9".repeat(255))) {
      assertThat(project.get("/vaults?" + query).expect(200).path("vaults")).isEmpty();
    }
    String vault = new Vaults(project).create("asked");
    String[] servers =
        IntStream.range(0, 30).mapToObj(i -> "\u00e9".repeat(60) + i).toArray(String[]::new);
    assertThat(
            project
                .post("/vaults/" + vault + "/addresources", Vaults.association(servers))
                .status())
        .isEqualTo(404);
  }

  @Test
  void comparesAShareWithAVaultOfManyGigabytes() {
    JsonNode page = project.get("/backups?used_percent=100").expect(200);
    assertThat(page.path("backups")).isEmpty();
  }

  @Test
  void answersForARestorePointWhoseVaultGoesMeanwhile() throws Exception {
    Vaults vaults = new Vaults(project);
    LocalServer server = LocalServer.create(stack, project, "going", List.of(new byte[1000]));
    String vault = vaults.create("going", server.id());
    String path = "/checkpoints/" + vaults.backedUp(vault);
    assertThat(project.get(path).status()).isEqualTo(200);

    project.delete("/vaults/" + vault).expect(204);
    Set<Integer> statuses = new TreeSet<>();
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!statuses.contains(404) && System.nanoTime() < deadline) {
      statuses.add(project.get(path).status());
    }
    assertThat(statuses).contains(404).isSubsetOf(200, 404);
  }

  @Test
  void survivesLargeBodiesOfAnybody() throws Exception {
    String fields =
        IntStream.range(0, 1_000_000)
            .mapToObj(i -> "\"" + Integer.toHexString(i) + "\":1")
            .collect(Collectors.joining(",", "{", "}"));
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(stack.credentials().path("endpoint").asText() + "/v3/auth/tokens"))
            .POST(BodyPublishers.ofString(fields))
            .build();
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(400);
    List<CompletableFuture<Integer>> statuses =
        Stream.generate(() -> client.sendAsync(request, BodyHandlers.ofString()))
            .limit(6)
            .map(answer -> answer.handle((reply, cut) -> cut == null ? reply.statusCode() : 429))
            .toList();
    assertThat(statuses).extracting(CompletableFuture::join).isSubsetOf(400, 429);
    assertThat(project.get("/vaults/summary").status()).isEqualTo(200);
  }

  private RawRequest get(String operation, String target) {
    return new RawRequest(
        operation, "GET", "/v3/" + project.id() + target, Map.of("X-Auth-Token", token), null);
  }

  private Verdict verdict() {
    return new Verdict(ApiDocument.read(), stack.credentials());
  }
}
