package io.kehu.platform.personal;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a text in the details of a record as personal data. Callers without the
 * permission that the declaration of the kind names see a mask instead. Validation must
 * accept the mask, which is never stored: sent back, it stands for the present value.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Personal {

	/** Returns the kind of mask. */
	Mask value();

	/**
	 * Returns whether the text is sealed wherever it is stored: the history, the caches
	 * and other copies hold it encrypted, and events do not contain it.
	 */
	boolean sealed() default false;

}
