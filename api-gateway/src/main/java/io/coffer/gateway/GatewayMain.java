package io.coffer.gateway;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the gateway. */
@QuarkusMain
public final class GatewayMain {

  /**
   * Without it odd addresses get an empty answer from the framework instead of a documented one.
   */
  public static final String OWN_URI_CHECK = "vertx.disableURIValidation";

  private GatewayMain() {}

  public static void main(String... arguments) {
    System.setProperty(OWN_URI_CHECK, "true");
    Quarkus.run(arguments);
  }
}
