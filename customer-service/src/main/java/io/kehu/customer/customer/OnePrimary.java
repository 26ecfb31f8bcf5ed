package io.kehu.customer.customer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Collection;
import java.util.Objects;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

/**
 * E-mail addresses or phone numbers of which at most one is primary.
 */
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = OnePrimary.Check.class)
public @interface OnePrimary {

	/** Returns the message. */
	String message() default "only one may be primary";

	/** Returns the groups. */
	Class<?>[] groups() default {};

	/** Returns the payload. */
	Class<? extends Payload>[] payload() default {};

	/**
	 * Validates the values.
	 */
	final class Check implements ConstraintValidator<OnePrimary, Collection<? extends @Nullable Preferable>> {

		@Override
		public boolean isValid(@Nullable Collection<? extends @Nullable Preferable> values,
				ConstraintValidatorContext context) {
			return values == null || values.stream().filter(Objects::nonNull).filter(Preferable::primary).count() < 2;
		}

	}

}
