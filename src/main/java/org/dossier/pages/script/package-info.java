/**
 * The scripts that pages load: a few of our own, and the libraries of others that come as WebJars. Read
 * {@link org.dossier.pages.script.Scripts} first. Every page works without them.
 *
 * <p>Scripts are native ES modules: the browser finds them through an import map, and nothing is bundled or translated.
 */
@NullMarked
package org.dossier.pages.script;

import org.jspecify.annotations.NullMarked;
