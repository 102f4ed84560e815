/**
 * The types of this page. A script, not a module, so that every file knows them; nothing loads it.
 * The first are objects of Discord's API v10, as the stand-in sends them unchanged.
 *
 * @typedef {{id: string, username: string, global_name?: string | null, bot?: boolean, locale?: string,
 *            player?: boolean, phone?: boolean, company?: boolean}} User
 * @typedef {{id: string, name: string, color?: number}} Role
 * @typedef {{id: string, type: number, name?: string, topic?: string | null, parent_id?: string | null,
 *            position?: number, recipients?: User[]}} Channel
 * @typedef {{id: string, name: string, channels: Channel[], threads?: Channel[], roles?: Role[]}} Guild
 *
 * @typedef {{name?: string | null, id?: string | null, animated?: boolean}} Emoji
 * @typedef {{label: string, value: string, description?: string, emoji?: Emoji, default?: boolean}} SelectOption
 * @typedef {{type: number, id?: number, custom_id?: string, components?: Component[], component?: Component,
 *            accessory?: Component, content?: string, accent_color?: number | null, spoiler?: boolean,
 *            style?: number, label?: string, emoji?: Emoji, url?: string, disabled?: boolean,
 *            options?: SelectOption[], placeholder?: string, min_values?: number, max_values?: number,
 *            divider?: boolean, spacing?: number, items?: {media: Media, description?: string, spoiler?: boolean}[],
 *            media?: Media, file?: Media, size?: number, description?: string | null, value?: string, required?: boolean,
 *            default?: boolean, default_values?: {id: string, type: string}[],
 *            min_length?: number, max_length?: number, channel_types?: number[], name?: string}} Component
 *
 * @typedef {{url: string, width?: number | null, height?: number | null}} Media
 * @typedef {Media & {id: string, filename: string, size?: number, content_type?: string | null, description?: string | null}} Attachment
 * @typedef {{name: string, value: string, inline?: boolean}} Field
 * @typedef {{title?: string, description?: string, url?: string, timestamp?: string, color?: number | null,
 *            footer?: {text?: string, icon_url?: string}, image?: Media, thumbnail?: Media, provider?: {name?: string},
 *            author?: {name?: string, url?: string, icon_url?: string}, fields?: Field[]}} Embed
 *
 * @typedef {{id: string, channel_id: string, author: User, content?: string, timestamp?: string, flags?: number,
 *            edited_timestamp?: string | null, components?: Component[], embeds?: Embed[],
 *            attachments?: Attachment[], mentions?: User[],
 *            interaction_metadata?: {name?: string, user?: User}, interaction?: {name: string, user: User},
 *            message_reference?: {message_id?: string}, referenced_message?: Message | null}} Message
 *
 * @typedef {{name: string, value: string | number, name_localizations?: Record<string, string> | null}} Choice
 * @typedef {{type: number, name: string, description: string, required?: boolean, choices?: Choice[],
 *            options?: Option[], autocomplete?: boolean, min_value?: number, max_value?: number,
 *            min_length?: number, max_length?: number, channel_types?: number[],
 *            name_localizations?: Record<string, string> | null,
 *            description_localizations?: Record<string, string> | null}} Option
 * @typedef {Option & {id: string, application_id?: string, version?: string}} Command
 *
 * @typedef {{title: string, custom_id: string, components: Component[]}} Modal
 * @typedef {{nonce?: string, status: "ack" | "deferred" | "message" | "modal" | "choices" | "failed",
 *            modal?: Modal, choices?: Choice[], offline?: boolean, error?: string | {message?: string}}} Result
 *
 * What drawing a message may ask for and cause; `app.js` makes the only one.
 * @typedef {{world: World, clock: Clock,
 *            press: (message: Message, component: Component, values?: string[]) => void,
 *            dismiss: (message: Message) => void,
 *            open: (channelId: string, messageId?: string) => void,
 *            use: (commandName: string) => void,
 *            fault: (message: Message) => string | undefined,
 *            waits: (message: Message, customId: string) => boolean,
 *            find: (messageId: string) => Message | undefined}} Scene
 *
 * One line of a list to choose from.
 * @typedef {{label: string, description?: string, note?: string, value: any, chosen?: boolean, emoji?: Emoji}} Item
 *
 * @typedef {import("./world.js").World} World
 * @typedef {import("./clock.js").Clock} Clock
 * @typedef {import("./commands.js").Invocation} Invocation
 * @typedef {import("./suggestions.js").Suggestions} Suggestions
 */
