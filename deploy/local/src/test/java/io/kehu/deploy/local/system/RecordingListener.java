package io.kehu.deploy.local.system;

import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Records all calls.
 */
class RecordingListener implements StartListener {

	final ConcurrentLinkedQueue<String> events = new ConcurrentLinkedQueue<>();

	@Override
	public void begun(String name, String detail) {
		this.events.add(name + " begun");
	}

	@Override
	public void done(String name, Duration time) {
		this.events.add(name + " done");
	}

	@Override
	public void failed(String name, Duration time) {
		this.events.add(name + " failed");
	}

	@Override
	public void stopped(String name, Duration time) {
		this.events.add(name + " stopped");
	}

	@Override
	public void notice(String sentence) {
		this.events.add(sentence);
	}

}
