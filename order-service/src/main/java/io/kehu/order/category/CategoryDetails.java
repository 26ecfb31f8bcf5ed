package io.kehu.order.category;

import java.util.UUID;

import io.kehu.platform.json.Texts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The client-writable fields of a category: the body of a create or a bulk line, and the
 * target of a merge patch.
 *
 * @param code a short code, unique
 * @param parentId the category above it, if any
 */
record CategoryDetails(@NotBlank @Size(max = 60) @Pattern(regexp = "\\S+( \\S+)*") String code,
		@NotBlank @Size(max = 200) String name, @Nullable UUID parentId) {

	CategoryDetails {
		name = Texts.visible(name);
	}

}
