package io.kehu.platform.cloud;

import java.util.Locale;

import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.ApplicationListener;

/**
 * Has every process write numbers and words alike, whatever the machine's language: names
 * of files and messages hold digits, and instances on different machines read each
 * other's.
 */
class EnglishProcess implements ApplicationListener<ApplicationStartingEvent> {

	@Override
	public void onApplicationEvent(ApplicationStartingEvent event) {
		Locale.setDefault(Locale.ENGLISH);
	}

}
