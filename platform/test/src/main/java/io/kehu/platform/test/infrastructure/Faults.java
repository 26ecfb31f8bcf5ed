package io.kehu.platform.test.infrastructure;

/**
 * What can go wrong with a server, at will.
 */
public interface Faults {

	/** Stops the server in order; what it acknowledged stays. */
	void stop();

	/** Kills the server without a warning; what it acknowledged stays. */
	void kill();

	/** Starts the server again on the same port and data, and waits until it answers. */
	void start();

	/** Freezes the server: connections stay open and nothing answers. */
	void pause();

	/** Lets a frozen server go on. */
	void resume();

}
