package io.coffer.engine.crypto;

import io.coffer.engine.EngineException;

/** Bytes that this key did not seal, or that was changed since. */
public final class BadSealException extends EngineException {
  BadSealException() {
    super("ciphertext verification failed");
  }
}
