package io.kehu.auth.client;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;

/**
 * A redirect URI: an exact address, with TLS unless it is on the user's own machine (RFC
 * 9700, section 2.1; RFC 8252).
 */
@Documented
@Constraint(validatedBy = RedirectAddressValidator.class)
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
@interface RedirectAddress {

	/** Returns the validation message. */
	String message() default "must be an https address without a fragment, or http on 127.0.0.1 or [::1]";

	/** See {@link Constraint}. */
	Class<?>[] groups() default {};

	/** See {@link Constraint}. */
	Class<? extends Payload>[] payload() default {};

}
