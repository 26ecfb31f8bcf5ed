package io.kehu.platform.record;

import java.util.List;

/**
 * Implemented by beans that are called in the transaction of each change, after it was
 * recorded.
 */
@FunctionalInterface
public interface NotedChanges {

	/** Is called with the changes of one operation. */
	void noted(List<NotedChange> changes);

}
