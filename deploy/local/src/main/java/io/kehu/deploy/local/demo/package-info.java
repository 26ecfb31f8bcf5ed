/**
 * Fills the system with a sample company, or with one from a dump.
 */
@NullMarked
package io.kehu.deploy.local.demo;

import org.jspecify.annotations.NullMarked;
