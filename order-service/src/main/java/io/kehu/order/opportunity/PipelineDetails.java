package io.kehu.order.opportunity;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.kehu.platform.json.Texts;
import io.kehu.platform.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The client-writable fields of a pipeline: the body of a create or a bulk line, and the
 * target of a merge patch.
 *
 * @param name its name, unique
 * @param stages its stages, in the order in which opportunities pass them
 * @param reasons the reasons for winning and losing; with some for losing, one is
 * required to lose an opportunity
 */
record PipelineDetails(@NotBlank @Size(max = 100) String name,
		@NotEmpty @Size(max = 30) List<@NotNull @Valid Stage> stages,
		@Size(max = 100) List<@NotNull @Valid CloseReason> reasons) {

	PipelineDetails {
		name = Texts.strip(name);
		reasons = (reasons != null) ? reasons : List.of();
	}

	/**
	 * Checks that keys are unique.
	 * @throws ProblemException 400 if they are not
	 */
	void check() {
		checkUnique("stages", this.stages, Stage::key);
		checkUnique("reasons", this.reasons, CloseReason::key);
	}

	private static <T> void checkUnique(String field, List<T> all, Function<T, String> key) {
		Set<String> keys = new HashSet<>();
		for (int i = 0; i < all.size(); i++) {
			if (!keys.add(key.apply(all.get(i)))) {
				throw ProblemException.invalid("/%s/%d/key".formatted(field, i), "duplicate",
						"is the key of another one of the " + field);
			}
		}
	}

}
