package io.coffer.gateway.error;

/** A refusal in the shape that the identity routes use. */
public final class KeystoneException extends RuntimeException {

  private final int status;
  private final String title;
  private final String code;

  private KeystoneException(int status, String title, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.title = title;
    this.code = code;
  }

  public static KeystoneException badRequest(String message) {
    return new KeystoneException(400, "Bad Request", "APIGW.0201", message);
  }

  public static KeystoneException unauthorized(String message) {
    return new KeystoneException(401, "Unauthorized", "APIGW.0301", message);
  }

  public static KeystoneException notFound(String message) {
    return new KeystoneException(404, "Not Found", "APIGW.0101", message);
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  String code() {
    return code;
  }
}
