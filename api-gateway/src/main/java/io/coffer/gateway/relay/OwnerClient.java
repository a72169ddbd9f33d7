package io.coffer.gateway.relay;

import io.coffer.gateway.GatewaySettings;
import io.coffer.gateway.error.ApiException;
import io.coffer.messaging.internal.InternalToken;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Asks owners over their internal routes, on pooled connections. An owner that is not there, too
 * slow or broken is a 503 with Retry-After; what it does answer is passed on untouched.
 */
@ApplicationScoped
public class OwnerClient {

  private static final Logger LOG = Logger.getLogger(OwnerClient.class);
  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final byte[] ERROR_KEY = "\"error_code\"".getBytes(StandardCharsets.US_ASCII);

  /** How many answers are read from an owner at once, and how many long ones beside them. */
  private static final int SHORT = 32;

  private static final int LONG = 16;

  private final Semaphore longAnswers = new Semaphore(LONG);
  private final HttpClient client;
  private final Vertx vertx;
  private final InternalToken token;
  private final Map<Owner, String> bases = new EnumMap<>(Owner.class);

  OwnerClient(Vertx vertx, InternalToken token, GatewaySettings settings) {
    this.vertx = vertx;
    this.token = token;
    client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setKeepAlive(true)
                .setMaxPoolSize(SHORT + LONG)
                .setMaxWaitQueueSize(2_000)
                .setTcpNoDelay(true)
                .setKeepAliveTimeout(30)
                .setConnectTimeout((int) CONNECT.toMillis()));
    bases.put(Owner.VAULT_SERVICE, settings.url().vaultService());
    bases.put(Owner.BACKUP_WORKER, settings.url().backupWorker());
    bases.put(Owner.POLICY_SCHEDULER, settings.url().policyScheduler());
    bases.put(Owner.BILLING_SERVICE, settings.url().billingService());
  }

  @PreDestroy
  void close() {
    client.close();
  }

  /**
   * Reads something of a project.
   *
   * @param pathAndQuery below the project, already encoded, without a slash in front
   */
  public Uni<OwnerAnswer> ofProject(Owner owner, String project, String pathAndQuery) {
    return get(owner, "/internal/projects/" + project + "/" + pathAndQuery);
  }

  /** Reads an internal route of an owner; the path starts with a slash. */
  public Uni<OwnerAnswer> get(Owner owner, String pathAndQuery) {
    return ask(owner, HttpMethod.GET, pathAndQuery, null);
  }

  /**
   * Asks something of a project that takes more than fits into an address. It may arrive twice, so
   * what it changes must be the same then.
   */
  public Uni<OwnerAnswer> ofProject(Owner owner, String project, String path, byte[] json) {
    return ask(
        owner, HttpMethod.POST, "/internal/projects/" + project + "/" + path, Buffer.buffer(json));
  }

  /** Has an owner delete something of a project. */
  public Uni<OwnerAnswer> deleted(Owner owner, String project, String path) {
    return ask(owner, HttpMethod.DELETE, "/internal/projects/" + project + "/" + path, null);
  }

  private Uni<OwnerAnswer> ask(Owner owner, HttpMethod method, String pathAndQuery, Buffer json) {
    return answered(
        owner,
        () -> sent(owner, method, pathAndQuery, json),
        response -> collected(response).map(answer -> usable(owner, answer)));
  }

  /**
   * Passes on what an owner says of a project: a short answer when all of it is here, a long one
   * while its owner writes it and its client reads it.
   *
   * @param pathAndQuery below the project, already encoded, without a slash in front
   */
  public Uni<Response> relay(Owner owner, String project, String pathAndQuery) {
    return relayed(owner, project, pathAndQuery, null);
  }

  /** Passes on what an owner says to a question that is too long for an address. */
  Uni<Response> relay(Owner owner, String project, String path, byte[] json) {
    return relayed(owner, project, path, Buffer.buffer(json));
  }

  private Uni<Response> relayed(Owner owner, String project, String pathAndQuery, Buffer json) {
    return answered(
        owner,
        () ->
            sent(
                owner,
                json == null ? HttpMethod.GET : HttpMethod.POST,
                "/internal/projects/" + project + "/" + pathAndQuery,
                json),
        response ->
            LongAnswer.is(response)
                ? Future.succeededFuture(relayed(owner, response))
                : collected(response).map(answer -> usable(owner, answer).response()));
  }

  private Response relayed(Owner owner, HttpClientResponse response) {
    if (!longAnswers.tryAcquire()) {
      LOG.warnf("too many long answers at once owner=%s", owner);
      response.exceptionHandler(reset -> {}).request().reset();
      throw ApiException.unavailable();
    }
    return Response.ok(
            new LongAnswer(response, vertx, longAnswers::release), MediaType.APPLICATION_JSON_TYPE)
        .build();
  }

  private <T> Uni<T> answered(
      Owner owner,
      Supplier<Future<HttpClientResponse>> sent,
      Function<HttpClientResponse, Future<T>> read) {
    return UniHelper.toUni(sent.get().compose(read))
        .onFailure(HttpClosedException.class)
        .recoverWithUni(closed -> UniHelper.toUni(sent.get().compose(read)))
        .onFailure(failure -> !(failure instanceof ApiException))
        .transform(
            failure -> {
              LOG.warnf("no answer owner=%s: %s", owner, failure.getMessage());
              return ApiException.unavailable();
            });
  }

  private Future<HttpClientResponse> sent(
      Owner owner, HttpMethod method, String pathAndQuery, Buffer json) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(method)
            .setAbsoluteURI(bases.get(owner) + pathAndQuery)
            .putHeader("Authorization", token.authorization())
            .setTimeout(ANSWER.toMillis());
    return client
        .request(options)
        .compose(
            request ->
                json == null
                    ? request.send()
                    : request.putHeader("Content-Type", "application/json").send(json));
  }

  private static Future<OwnerAnswer> collected(HttpClientResponse response) {
    return response.body().map(body -> new OwnerAnswer(response.statusCode(), body.getBytes()));
  }

  /**
   * Documented errors go on, also those with status 500; anything else that is not an answer is a
   * broken part, and one that says so of itself is none for now.
   */
  private static OwnerAnswer usable(Owner owner, OwnerAnswer answer) {
    boolean documented = answer.isSuccess() || contains(answer.body(), ERROR_KEY);
    boolean away = answer.status() == 401 || answer.status() == 503;
    if (away || answer.status() >= 500 && !documented) {
      LOG.warnf("answered owner=%s status=%d", owner, answer.status());
      throw ApiException.unavailable();
    }
    return answer;
  }

  private static boolean contains(byte[] text, byte[] part) {
    for (int i = 0; i + part.length <= text.length; i++) {
      if (java.util.Arrays.equals(text, i, i + part.length, part, 0, part.length)) {
        return true;
      }
    }
    return false;
  }
}
