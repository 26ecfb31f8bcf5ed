package io.kehu.auth.client;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;

/**
 * An IPv4 or IPv6 address, or a range of them in CIDR notation; never a host name.
 */
@Documented
@Constraint(validatedBy = AddressRangeValidator.class)
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
@interface AddressRange {

	/** Returns the validation message. */
	String message() default "must be an IP address or a range such as 192.0.2.0/24 or 2001:db8::/32";

	/** See {@link Constraint}. */
	Class<?>[] groups() default {};

	/** See {@link Constraint}. */
	Class<? extends Payload>[] payload() default {};

}
