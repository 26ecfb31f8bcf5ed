package io.kehu.auth.user;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What people may say of themselves: what a merge patch of theirs is applied to.
 */
record ProfileDetails(@Nullable @Size(max = 200) String displayName,
		@Nullable @Pattern(regexp = UserDetails.LOCALE) String locale) {
}
