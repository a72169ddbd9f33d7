package io.coffer.gateway.request;

import io.coffer.gateway.connection.Connection;
import io.coffer.gateway.contract.Body;
import io.coffer.gateway.contract.Operation;
import io.coffer.gateway.contract.QueryParameters;
import io.coffer.gateway.error.RequestId;
import io.coffer.gateway.identity.Caller;
import io.coffer.gateway.signature.SignedRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.UUID;

/** One request being served: what came, and who sent it once that is proved. */
public final class GatewayRequest {

  private static final String KEY = "coffer.request";
  private static final byte[] NOTHING = {};

  private final RoutingContext http;
  private byte[] body = NOTHING;
  private Caller caller;
  private Operation operation;
  private MultivaluedMap<String, String> variables;

  GatewayRequest(RoutingContext http) {
    this.http = http;
    http.put(KEY, this);
  }

  /** What the intake made of this exchange. */
  public static GatewayRequest of(RoutingContext http) {
    return http.get(KEY);
  }

  public String method() {
    return http.request().method().name();
  }

  /** The path as it came, still percent-encoded, without the query. */
  public String path() {
    return rawPath(http.request());
  }

  /** What the client is told as {@code X-Request-Id}. */
  public String requestId() {
    return RequestId.of(http);
  }

  /** The first value of a header; null when absent. */
  public String header(String name) {
    return http.request().getHeader(name);
  }

  /** The whole body as it came, decoded from its transfer encoding; empty when there is none. */
  public byte[] bytes() {
    return body;
  }

  /** The body as the contract has it; else 400. */
  public Body body() {
    return operation.body(body);
  }

  /** The project in the path; null where there is none. */
  public String project() {
    return variable("project_id");
  }

  /** The domain of whoever asks. */
  public String domain() {
    return caller.account().domainId();
  }

  /** The region of the project in the path. */
  public String region() {
    return caller.account().project(project()).orElseThrow().region();
  }

  /** A variable of the path, decoded and not checked; null for none. */
  public String variable(String name) {
    return variables == null ? null : variables.getFirst(name);
  }

  /** An id in the path; 404 for what is none. */
  public UUID id(String name) {
    return operation.id(name, variable(name));
  }

  /** A text in the path, as the contract has it; else 400. */
  public String text(String name) {
    return operation.text(name, variable(name));
  }

  /** Path and query below the project, as the contract has them, for an owner. */
  public String checkedPath() {
    return operation.path(this::variable) + checkedQuery();
  }

  /** The query as the contract has it; else 400. */
  public String checkedQuery() {
    return operation.query(query());
  }

  /** The query parameters, decoded. */
  public QueryParameters query() {
    return QueryParameters.parse(http.request().query());
  }

  /** The address that the client used, without a slash at the end. */
  public String base() {
    HttpServerRequest request = http.request();
    return request.scheme() + "://" + host(request);
  }

  /** The address of the client's end of the connection. */
  public String address() {
    return http.request().remoteAddress().hostAddress();
  }

  /** Who asks; null on routes that need no credentials. */
  public Caller caller() {
    return caller;
  }

  /** Notes who asks, once proved. */
  public void provedBy(Caller proved) {
    caller = proved;
    Connection.of(http.request()).isOfSomebodyKnown();
  }

  /** The request as its client signed it. */
  public SignedRequest signed() {
    HttpServerRequest request = http.request();
    String query = request.query() == null ? "" : request.query();
    return new SignedRequest(method(), path(), query, name -> values(request, name), body);
  }

  void body(byte[] collected) {
    body = collected;
  }

  void routed(Operation to, MultivaluedMap<String, String> pathVariables) {
    operation = to;
    to.errors().put(http);
    variables = pathVariables;
  }

  private static String rawPath(HttpServerRequest request) {
    String uri = request.uri();
    int question = uri.indexOf('?');
    String path = question < 0 ? uri : uri.substring(0, question);
    int authority = path.startsWith("/") ? -1 : path.indexOf("://");
    return authority < 0 ? path : path.substring(Math.max(path.indexOf('/', authority + 3), 0));
  }

  private static List<String> values(HttpServerRequest request, String name) {
    List<String> values = request.headers().getAll(name);
    return values.isEmpty() && name.equals("host") ? List.of(host(request)) : values;
  }

  private static String host(HttpServerRequest request) {
    String host = request.getHeader("Host");
    return host != null ? host : String.valueOf(request.authority());
  }
}
