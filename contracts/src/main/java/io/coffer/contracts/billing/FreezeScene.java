package io.coffer.contracts.billing;

/** Why something that is bought is closed, where the reason is one that Coffer itself gives. */
public final class FreezeScene {

  /** It is not paid for: ended by paying, or by giving it up. */
  public static final String ARREAR = "ARREAR";

  private FreezeScene() {}
}
