package io.coffer.engine.crypto;

import io.coffer.engine.EngineException;

/** An envelope that this key did not seal, or that was changed since. */
public final class BadEnvelopeException extends EngineException {
  BadEnvelopeException() {
    super("ciphertext verification failed");
  }
}
