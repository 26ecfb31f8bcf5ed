package io.kehu.customer.customer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

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

		private static final int LONGEST_CHOICE = 100;

		private static final int MOST_CHOICES = 200;

		@Override
		public boolean isValid(CustomerDetails details, ConstraintValidatorContext context) {
			context.disableDefaultConstraintViolation();
			boolean person = details.kind() != CustomerKind.COMPANY || details.birthDate() == null;
			boolean fields = customFields(details.customFields(), context);
			boolean accounts = accounts(details.bankAccounts(), context);
			if (!person) {
				context.buildConstraintViolationWithTemplate("a company has no birth date")
					.addPropertyNode("birthDate")
					.addConstraintViolation();
			}
			return person && fields && accounts;
		}

		private static boolean accounts(List<BankAccount> accounts, ConstraintValidatorContext context) {
			boolean valid = true;
			for (int i = 0; i < accounts.size(); i++) {
				BankAccount account = accounts.get(i);
				if (account != null && account.accountNumber() != null && !account.consistent()) {
					valid = false;
					context.buildConstraintViolationWithTemplate("is no IBAN, its check digits are wrong")
						.addPropertyNode("bankAccounts")
						.addPropertyNode("accountNumber")
						.inIterable()
						.atIndex(i)
						.addConstraintViolation();
				}
			}
			return valid;
		}

		private static boolean customFields(Map<String, Object> fields, ConstraintValidatorContext context) {
			boolean valid = true;
			for (Map.Entry<String, Object> field : fields.entrySet()) {
				boolean scalar = isValue(field.getValue());
				if (!scalar) {
					valid = false;
					context
						.buildConstraintViolationWithTemplate("must be a string, number or boolean of at most "
								+ LONGEST_VALUE + " characters, a list of strings, or an amount with a currency")
						.addPropertyNode("customFields")
						.addContainerElementNode("<map value>", Map.class, 1)
						.inIterable()
						.atKey(field.getKey())
						.addConstraintViolation();
				}
			}
			return valid;
		}

		private static boolean isValue(@Nullable Object value) {
			if (value instanceof List<?> list) {
				return list.size() <= MOST_CHOICES && list.stream()
					.allMatch((one) -> one instanceof String text && text.length() <= LONGEST_CHOICE);
			}
			if (value instanceof Map<?, ?> money) {
				return money.keySet().equals(Set.of("amount", "currency")) && money.values()
					.stream()
					.allMatch((one) -> one instanceof String text && text.length() <= LONGEST_CHOICE);
			}
			return String.valueOf(value).length() <= LONGEST_VALUE
					&& !(value instanceof BigDecimal number && Math.abs((long) number.scale()) > LONGEST_VALUE);
		}

	}

}
