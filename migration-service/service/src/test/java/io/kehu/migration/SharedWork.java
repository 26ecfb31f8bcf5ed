package io.kehu.migration;

import tools.jackson.databind.JsonNode;

/**
 * A job that several instances share, which must give what one instance gives alone.
 */
public interface SharedWork {

	/** Brings the data, and begins what one instance does alone. */
	void prepare(Steward steward);

	/** Begins the shared job, and returns its id. */
	String begin(Steward steward);

	/** Checks what a shared job gave, after it has completed. */
	void check(Steward steward, JsonNode job);

}
