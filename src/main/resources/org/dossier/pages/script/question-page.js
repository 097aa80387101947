// The page of a question: names complete themselves in its form, and an answer that consists of links is drawn.

import { completeFields } from "./fields.js";
import "./picture.js";

completeFields(document.querySelector("form.ask"));
