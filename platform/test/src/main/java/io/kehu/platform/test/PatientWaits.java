package io.kehu.platform.test;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Has all tests of a JVM that say nothing else wait up to a minute: the ten seconds of
 * Awaitility are over too soon on a slow machine that is busy, too.
 */
public final class PatientWaits implements LauncherSessionListener {

	@Override
	public void launcherSessionOpened(LauncherSession session) {
		Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
	}

}
