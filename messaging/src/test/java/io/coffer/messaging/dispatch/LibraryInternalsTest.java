package io.coffer.messaging.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the hot path takes from libraries that promise nothing about it, each by its name. */
class LibraryInternalsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.hibernate.reactive.mutiny.impl.MutinySessionImpl#getReactiveConnection",
        "org.hibernate.reactive.pool.ReactiveConnection#select",
        "org.hibernate.reactive.pool.ReactiveConnection#beginTransaction",
        "org.hibernate.reactive.pool.ReactiveConnection#commitTransaction",
        "org.hibernate.reactive.pool.ReactiveConnection#rollbackTransaction",
        "io.smallrye.mutiny.infrastructure.Infrastructure#clearInterceptors"
      })
  void isStillThere(String internal) throws ClassNotFoundException {
    String[] parts = internal.split("#");
    assertThat(Stream.of(load(parts[0]).getMethods()).map(Method::getName))
        .as(internal)
        .contains(parts[1]);
  }

  /** By these names an outage is told from a bad message. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.vertx.core.http.ConnectionPoolTooBusyException",
        "io.vertx.sqlclient.ClosedConnectionException"
      })
  void isStillThrown(String failure) throws ClassNotFoundException {
    assertThat(load(failure)).as(failure).isAssignableTo(Throwable.class);
  }

  private static Class<?> load(String name) throws ClassNotFoundException {
    return Class.forName(name, false, LibraryInternalsTest.class.getClassLoader());
  }
}
