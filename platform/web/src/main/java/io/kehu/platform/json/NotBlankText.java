package io.kehu.platform.json;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/**
 * Validates {@link NotBlank} as {@link Texts} understands it, instead of by ASCII alone.
 */
final class NotBlankText implements ConstraintValidator<NotBlank, CharSequence> {

	@Override
	public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
		return text != null && !Texts.isBlank(text);
	}

}
