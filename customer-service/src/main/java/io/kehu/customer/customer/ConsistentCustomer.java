package io.kehu.customer.customer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/**
 * Rules that span several fields of a customer.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ConsistentCustomer.Check.class)
@interface ConsistentCustomer {

	/** Returns the message. */
	String message() default "fields contradict each other";

	/** Returns the groups. */
	Class<?>[] groups() default {};

	/** Returns the payload. */
	Class<? extends Payload>[] payload() default {};

	/**
	 * Validates the rules.
	 */
	final class Check implements ConstraintValidator<ConsistentCustomer, CustomerDetails> {

		private static final int LONGEST_VALUE = 1000;

		@Override
		public boolean isValid(CustomerDetails details, ConstraintValidatorContext context) {
			context.disableDefaultConstraintViolation();
			boolean person = details.kind() != CustomerKind.COMPANY || details.birthDate() == null;
			boolean fields = customFields(details.customFields(), context);
			if (!person) {
				context.buildConstraintViolationWithTemplate("a company has no birth date")
					.addPropertyNode("birthDate")
					.addConstraintViolation();
			}
			return person && fields;
		}

		private static boolean customFields(Map<String, Object> fields, ConstraintValidatorContext context) {
			boolean valid = true;
			for (Map.Entry<String, Object> field : fields.entrySet()) {
				Object value = field.getValue();
				boolean scalar = !(value instanceof Map) && !(value instanceof Collection)
						&& String.valueOf(value).length() <= LONGEST_VALUE
						&& !(value instanceof BigDecimal number && Math.abs((long) number.scale()) > LONGEST_VALUE);
				if (!scalar) {
					valid = false;
					context
						.buildConstraintViolationWithTemplate(
								"must be a string, number or boolean of at most " + LONGEST_VALUE + " characters")
						.addPropertyNode("customFields")
						.addContainerElementNode("<map value>", Map.class, 1)
						.inIterable()
						.atKey(field.getKey())
						.addConstraintViolation();
				}
			}
			return valid;
		}

	}

}
