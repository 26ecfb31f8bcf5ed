package io.kehu.migration.matching.weights;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The model learnt for a field.
 *
 * @param name its name
 * @param follows the field from whose agreement this one's follows in part, null when
 * there is none; the levels then hold where that field says nothing
 * @param levels its levels from the best agreement to none
 */
public record FieldModel(String name, @Nullable String follows, List<Level> levels) {

	public FieldModel {
		levels = List.copyOf(levels);
	}

	/**
	 * A level of agreement.
	 *
	 * @param name what it means
	 * @param m share of the matches that agree so
	 * @param u share of the other pairs that agree so
	 * @param weight its weight in bits, without regard to how frequent a value is
	 */
	public record Level(String name, double m, double u, double weight) {
	}

}
