package dev.candor.telemetry.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a {@code Path} parameter of a test an empty folder that only its owner may enter. After the
 * test {@link LedgerCheck} looks at the stores in it, and it is removed.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({CandorFolders.class, LedgerCheck.class})
public @interface CandorFolder {}
