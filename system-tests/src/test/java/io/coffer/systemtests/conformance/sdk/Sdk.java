package io.coffer.systemtests.conformance.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.huaweicloud.sdk.cbr.v1.CbrClient;
import com.huaweicloud.sdk.core.HcClient;
import com.huaweicloud.sdk.core.HttpListener;
import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.http.HttpConfig;
import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.conformance.document.Answer;
import io.coffer.systemtests.conformance.document.ApiDocument;
import io.coffer.systemtests.conformance.document.Operation;
import io.coffer.systemtests.stack.RunningStack;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The vendor's Java client, as it comes from the registry, signing with an access key. Every answer
 * that it gets is compared with the document on the way.
 */
public final class Sdk {

  private final ApiDocument document = ApiDocument.read();
  private final List<String> faults = new CopyOnWriteArrayList<>();
  private final RunningStack stack;
  private final Project project;
  private final CbrClient client;
  private volatile Answer last;

  private Sdk(RunningStack stack) {
    this.stack = stack;
    this.project = Project.of(stack, "region-1");
    this.client = client(stack.credentials(), project.id());
  }

  static Sdk on(RunningStack stack) {
    return new Sdk(stack);
  }

  /** A client of another account or with other keys than the project's. */
  CbrClient client(JsonNode credentials, String projectId) {
    return CbrClient.newBuilder()
        .withCredential(credential(credentials, projectId))
        .withEndpoint(stack.credentials().path("endpoint").asText())
        .withHttpConfig(listening())
        .build();
  }

  private static BasicCredentials credential(JsonNode credentials, String projectId) {
    return new BasicCredentials()
        .withAk(credentials.path("access_key").asText())
        .withSk(credentials.path("secret_key").asText())
        .withProjectId(projectId);
  }

  private HttpConfig listening() {
    return HttpConfig.getDefaultHttpConfig()
        .addHttpListener(HttpListener.forResponseListener(this::compare));
  }

  CbrClient client() {
    return client;
  }

  /** Signs calls that no client of this vendor's has a method for. */
  SignedCalls calls(JsonNode credentials, String projectId) {
    return new SignedCalls(
        new HcClient(listening())
            .withCredential(credential(credentials, projectId))
            .withEndpoints(List.of(stack.credentials().path("endpoint").asText())),
        this);
  }

  RunningStack stack() {
    return stack;
  }

  /** The project that the client works in. */
  Project project() {
    return project;
  }

  /** The ids of a server's disks, in the order of its files. */
  List<String> disks(LocalServer server) {
    List<String> ids = new ArrayList<>();
    project
        .get("/protectables/server/instances/" + server.id())
        .expect(200)
        .at("/instance/children")
        .forEach(child -> ids.add(child.path("id").asText()));
    return ids;
  }

  /** The newest answer as it came, for what the client's models leave out. */
  Answer last() {
    return last;
  }

  /** What was not as documented. */
  List<String> faults() {
    return faults;
  }

  private void compare(HttpListener.ResponseListener response) {
    Map<String, String> headers = new HashMap<>();
    response
        .headers()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    last = new Answer(response.statusCode(), headers, response.body().orElse(""));
    String path = URI.create(response.uri()).getPath();
    Optional<Operation> operation = document.serving(response.httpMethod(), path);
    if (operation.isEmpty()) {
      faults.add(response.httpMethod() + " " + path + " is not documented");
    } else {
      last.faults(document, operation.get())
          .forEach(fault -> faults.add(operation.get().id() + ": " + fault));
    }
  }
}
