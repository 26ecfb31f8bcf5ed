package io.kehu.migration.clean.fill;

/**
 * Fills nothing: often the honest answer.
 */
public record LeaveEmpty() implements FillMethod {

	@Override
	public Gap suited(Gap gap) {
		return gap;
	}

	@Override
	public Filling fill(Gap gap) {
		return Filling.of(gap, (row) -> null);
	}

	@Override
	public String source() {
		return "left empty";
	}

}
