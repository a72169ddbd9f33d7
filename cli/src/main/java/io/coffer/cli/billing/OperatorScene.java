package io.coffer.cli.billing;

import io.coffer.contracts.billing.FreezeScene;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A reason that an operator may give or end; billing gives and ends its own. */
final class OperatorScene implements ITypeConverter<String> {

  @Override
  public String convert(String scene) {
    if (scene.equals(FreezeScene.ARREAR)) {
      throw new TypeConversionException(
          scene
              + " is for what nobody pays for, which billing closes and opens by itself: pay in with"
              + " top-up, or renew what is over. Write another reason, such as PARTNER_ARREAR.");
    }
    return scene;
  }
}
