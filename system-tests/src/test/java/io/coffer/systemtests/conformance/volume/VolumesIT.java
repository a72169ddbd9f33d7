package io.coffer.systemtests.conformance.volume;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.conformance.Covers;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Disks as tools make them that know OpenStack, each answer compared with the document. */
@ExtendWith(WholeStack.class)
class VolumesIT {

  private final ApiDocument document = ApiDocument.read();
  private final HttpClient http = HttpClient.newHttpClient();
  private RunningStack stack;
  private Project project;

  @BeforeEach
  void sign(RunningStack stack) {
    this.stack = stack;
    project = Project.of(stack, "region-1");
  }

  @Test
  @Covers({"CreateVolume", "ShowVolume", "ListVolumes", "ListVolumeDetails", "DeleteVolume"})
  void areMadeListedAndDeleted() throws Exception {
    String name = "own " + UUID.randomUUID();
    Answer made = create(name, 10, Map.of());
    assertThat(made.status()).isEqualTo(202);
    String id = made.parsed().at("/volume/id").asText();
    Answer shown = send("GET", "/volumes/" + id, null, Map.of());
    assertThat(shown.parsed()).isEqualTo(made.parsed());
    assertThat(shown.parsed().at("/volume/status").asText()).isEqualTo("available");
    assertThat(shown.parsed().at("/volume/size").asInt()).isEqualTo(10);

    String query = "?name=" + name.replace(" ", "%20");
    assertThat(send("GET", "/volumes" + query, null, Map.of()).parsed().at("/volumes/0/id"))
        .isEqualTo(made.parsed().at("/volume/id"));
    assertThat(send("GET", "/volumes/detail" + query, null, Map.of()).parsed().at("/volumes/0"))
        .isEqualTo(made.parsed().path("volume"));
    assertThat(send("DELETE", "/volumes/" + id + "?cascade=true", null, Map.of()).status())
        .isEqualTo(202);
    assertThat(send("GET", "/volumes/" + id, null, Map.of()).code())
        .isEqualTo("BackupService.7000");
    assertThat(send("DELETE", "/volumes/" + id, null, Map.of()).status()).isEqualTo(404);
  }

  @Test
  @Covers("CreateVolume")
  void areMadeOnceForEachToken() throws Exception {
    Map<String, String> token = Map.of("X-Client-Token", UUID.randomUUID().toString());
    Answer first = create("once", 1, token);
    Answer second = create("once", 1, token);
    assertThat(second.parsed()).isEqualTo(first.parsed());
    assertThat(create("twice", 1, token).code()).isEqualTo("BackupService.9900");
    send("DELETE", "/volumes/" + first.parsed().at("/volume/id").asText(), null, Map.of());
  }

  @Test
  @Covers("CreateVolume")
  void areRefusedAboveTheQuotaAndWithoutASize() throws Exception {
    Answer much = create("much", 16_000, Map.of());
    assertThat(much.status()).isEqualTo(413);
    assertThat(much.parsed().path("error_msg").asText()).startsWith("volume.size");
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.putObject("volume").put("name", "sizeless");
    Answer sizeless = send("POST", "/volumes", body, Map.of());
    assertThat(sizeless.status()).isEqualTo(400);
    assertThat(sizeless.parsed().path("error_msg").asText()).startsWith("volume.size");
  }

  @Test
  @Covers({"ListVolumeDetails", "DeleteVolume"})
  void areThoseOfServersTooWhichStay() throws Exception {
    LocalServer server =
        LocalServer.create(stack, project, "has disks", List.of(new byte[500], new byte[100]));
    List<String> ids = new ArrayList<>();
    for (JsonNode one : send("GET", "/volumes/detail", null, Map.of()).parsed().path("volumes")) {
      if (one.at("/attachments/0/server_id").asText().equals(server.id())) {
        assertThat(one.path("status").asText()).isEqualTo("in-use");
        ids.add(one.path("id").asText());
      }
    }
    assertThat(ids).hasSize(2);
    Answer refused = send("DELETE", "/volumes/" + ids.get(0), null, Map.of());
    assertThat(refused.code()).isEqualTo("BackupService.9900");
    assertThat(refused.parsed().path("error_msg").asText()).contains(server.id());
  }

  /** A backup outlives its disk. */
  @Test
  @Covers("DeleteVolume")
  void areDeletedWhileTheirBackupsStay() throws Exception {
    Vaults vaults = new Vaults(project);
    String id = create("protected", 1, Map.of()).parsed().at("/volume/id").asText();
    ObjectNode request = Vaults.request("disks");
    request.withObject("/vault/billing").put("object_type", "disk");
    request
        .withArray("/vault/resources")
        .addObject()
        .put("id", id)
        .put("type", "OS::Cinder::Volume");
    String vault = project.post("/vaults", request).expect(200).at("/vault/id").asText();
    String backup = vaults.backup(vaults.backedUp(vault), id);
    assertThat(send("DELETE", "/volumes/" + id, null, Map.of()).status()).isEqualTo(202);
    project.get("/backups/" + backup).expect(200);

    String other = create("replacement", 1, Map.of()).parsed().at("/volume/id").asText();
    ObjectNode restore = Json.MAPPER.createObjectNode();
    restore.putObject("restore").put("volume_id", other);
    vaults.succeeded(
        project
            .post("/backups/" + backup + "/restore", restore)
            .expect(202)
            .path("job_id")
            .asText());
  }

  private Answer create(String name, int sizeGb, Map<String, String> headers) throws Exception {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.putObject("volume").put("name", name).put("size", sizeGb).put("volume_type", "SSD");
    return send("POST", "/volumes", body, headers);
  }

  private Answer send(String method, String path, JsonNode body, Map<String, String> more)
      throws Exception {
    String endpoint = stack.credentials().path("endpoint").asText();
    URI uri = URI.create(endpoint + "/v3/" + project.id() + path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .header("X-Auth-Token", project.token())
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
    more.forEach(request::header);
    HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
    Map<String, String> headers = new HashMap<>();
    response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
    Answer answer = new Answer(response.statusCode(), headers, response.body());
    assertThat(answer.faults(document, document.serving(method, uri.getPath()).orElseThrow()))
        .isEmpty();
    return answer;
  }
}
