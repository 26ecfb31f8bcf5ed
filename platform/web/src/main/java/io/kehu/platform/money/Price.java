package io.kehu.platform.money;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

/**
 * Constraint for an amount that is not negative and has no more decimals than its
 * currency.
 */
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Price.Check.class)
public @interface Price {

	/** Returns the message for a negative amount. */
	String message() default "must not be negative";

	/** Returns the validation groups. */
	Class<?>[] groups() default {};

	/** Returns the payload. */
	Class<? extends Payload>[] payload() default {};

	/**
	 * Validates an amount; null is valid.
	 */
	final class Check implements ConstraintValidator<Price, Money> {

		@Override
		public boolean isValid(@Nullable Money price, ConstraintValidatorContext context) {
			if (price == null) {
				return true;
			}
			int decimals = Money.decimals(price.currency());
			if (price.decimal().signum() < 0) {
				return refuse(context, context.getDefaultConstraintMessageTemplate());
			}
			if (price.decimal().stripTrailingZeros().scale() > decimals) {
				return refuse(context,
						"must have at most %d decimals, as %s has".formatted(decimals, price.currency()));
			}
			return true;
		}

		private static boolean refuse(ConstraintValidatorContext context, String message) {
			context.disableDefaultConstraintViolation();
			context.buildConstraintViolationWithTemplate(message).addPropertyNode("amount").addConstraintViolation();
			return false;
		}

	}

}
