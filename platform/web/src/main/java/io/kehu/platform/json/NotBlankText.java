package io.kehu.platform.json;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/**
 * Validates {@link NotBlank} using {@link Texts#isBlank}, which covers all Unicode white
 * space and invisible characters.
 */
final class NotBlankText implements ConstraintValidator<NotBlank, CharSequence> {

	@Override
	public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
		return text != null && !Texts.isBlank(text);
	}

}
