package io.kehu.platform.test;

/**
 * A bean of a test's context that holds state in memory and forgets it before the next
 * test class that shares the context.
 */
@FunctionalInterface
public interface Renewable {

	/** Forgets what earlier test classes left. */
	void renew();

}
