package io.coffer.cli.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.cli.stack.Credentials;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The REST API as one user of one project sees it. The token is asked for once and kept. */
public final class Api {

  private static final int PAGE = 500;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Credentials credentials;
  private final Credentials.Project project;
  private final Http http = new Http();
  private String token;

  public Api(Credentials credentials, Credentials.Project project) {
    this.credentials = credentials;
    this.project = project;
  }

  public Credentials.Project project() {
    return project;
  }

  /** The address of a path of this project. */
  public String url(String path) {
    return credentials.endpoint() + "/v3/" + project.id() + path;
  }

  public JsonNode get(String path) {
    return send("GET", path, null);
  }

  public JsonNode post(String path, JsonNode body) {
    return send("POST", path, body);
  }

  public JsonNode put(String path, JsonNode body) {
    return send("PUT", path, body);
  }

  public void delete(String path) {
    send("DELETE", path, null);
  }

  /**
   * Calls a service of the project whose paths have another version.
   *
   * @param version for example {@code v2}
   * @param body null for none
   */
  public JsonNode call(String method, String version, String path, JsonNode body) {
    String url = credentials.endpoint() + "/" + version + "/" + project.id() + path;
    return http.send(method, url, body, "X-Auth-Token", token()).json();
  }

  /** Asks something of the domain of the user, which is no project's. */
  public JsonNode ofDomain(String method, String path, JsonNode body) {
    return http.send(method, credentials.endpoint() + "/v2" + path, body, "X-Auth-Token", token())
        .json();
  }

  /**
   * Everything in a list, page by page.
   *
   * @param path without limit and offset
   * @param field the list in each answer
   */
  public List<JsonNode> list(String path, String field) {
    List<JsonNode> all = new ArrayList<>();
    while (true) {
      JsonNode page =
          get(path + (path.contains("?") ? "&" : "?") + "limit=" + PAGE + "&offset=" + all.size())
              .path(field);
      page.forEach(all::add);
      if (page.size() < PAGE) {
        return all;
      }
    }
  }

  /** The token of this user in this project; made at the first call. */
  public String token() {
    if (token == null) {
      ObjectNode user = NODES.objectNode().put("name", credentials.user());
      user.put("password", credentials.password());
      user.putObject("domain").put("name", credentials.domain());
      ObjectNode auth = NODES.objectNode();
      ObjectNode identity = auth.putObject("identity");
      identity.putArray("methods").add("password");
      identity.putObject("password").set("user", user);
      auth.putObject("scope").putObject("project").put("id", project.id());
      ObjectNode body = NODES.objectNode();
      body.set("auth", auth);
      token =
          http.send("POST", credentials.endpoint() + "/v3/auth/tokens", body)
              .header("X-Subject-Token");
    }
    return token;
  }

  /** A value as it may stand in a query. */
  public static String query(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private JsonNode send(String method, String path, JsonNode body) {
    return http.send(method, url(path), body, "X-Auth-Token", token()).json();
  }
}
