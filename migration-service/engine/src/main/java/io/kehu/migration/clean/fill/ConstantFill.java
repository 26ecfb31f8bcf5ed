package io.kehu.migration.clean.fill;

/**
 * Fills each hole with the same text.
 *
 * @param value the text
 */
public record ConstantFill(String value) implements FillMethod {

	public ConstantFill {
		if (value.isBlank()) {
			throw new IllegalArgumentException("A constant to fill with is not blank");
		}
	}

	@Override
	public Filling fill(Gap gap) {
		return Filling.of(suited(gap), (row) -> this.value);
	}

	@Override
	public String source() {
		return "constant";
	}

}
