/**
 * Common Spring MVC configuration of all servlet services.
 */
@NullMarked
package io.kehu.platform.web;

import org.jspecify.annotations.NullMarked;
